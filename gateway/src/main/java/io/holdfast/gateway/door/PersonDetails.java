package io.holdfast.gateway.door;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.DefaultReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.ReactiveOAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Asks the provider for a person's name and address. Some refuse: a token that is for our API is
 * not for theirs. Who the person is stands in the ID token, so that is no reason to keep them out.
 */
@Configuration(proxyBeanMethods = false)
class PersonDetails {
  private static final Logger LOG = LoggerFactory.getLogger(PersonDetails.class);

  @Bean
  ReactiveOAuth2UserService<OidcUserRequest, OidcUser> people(WebClient client) {
    DefaultReactiveOAuth2UserService details = new DefaultReactiveOAuth2UserService();
    details.setWebClient(client);
    OidcReactiveOAuth2UserService people = new OidcReactiveOAuth2UserService();
    people.setOauth2UserService(
        request ->
            details
                .loadUser(request)
                .onErrorResume(
                    refusal -> {
                      LOG.debug("no details of a person: {}", refusal.toString());
                      return Mono.empty();
                    }));
    return people;
  }
}
