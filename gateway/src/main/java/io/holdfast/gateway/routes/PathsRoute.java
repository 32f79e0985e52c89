package io.holdfast.gateway.routes;

import io.holdfast.tenancy.paths.Paths;
import org.springframework.cloud.gateway.route.Route;

/** Where requests of these paths go. */
record PathsRoute(Paths paths, Route route) {}
