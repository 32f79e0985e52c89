'use strict';

/** The session's CSRF token goes with changes that are tried out from here. */
function withCsrfToken(request) {
  const token = document.cookie.split('; ').find((c) => c.startsWith('XSRF-TOKEN='));
  if (token && !['GET', 'HEAD'].includes(request.method)) {
    request.headers['X-XSRF-TOKEN'] = decodeURIComponent(token.slice('XSRF-TOKEN='.length));
  }
  return request;
}

window.ui = SwaggerUIBundle({
  url: '/api/openapi',
  dom_id: '#api',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  syntaxHighlight: { activated: false },
  validatorUrl: null,
  requestInterceptor: withCsrfToken,
});
