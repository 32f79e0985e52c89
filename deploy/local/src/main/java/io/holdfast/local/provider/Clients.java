package io.holdfast.local.provider;

import io.holdfast.local.access.Role;
import io.holdfast.local.access.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The programs that may ask for tokens: one of each tenant and role, and the console. */
@Configuration(proxyBeanMethods = false)
class Clients {

  static final String CONSOLE = "holdfast-console";
  private static final String TENANT = "holdfast.tenant";
  private static final String ROLE = "holdfast.role";

  @Bean
  RegisteredClientRepository registeredClients(
      ProviderProperties properties, PasswordEncoder passwords) {
    List<RegisteredClient> clients = new ArrayList<>();
    for (String tenant : Tenant.ALL) {
      for (Role role : Role.ALL) {
        clients.add(program(tenant, role, passwords.encode(properties.clientSecret())));
      }
    }
    clients.add(console(properties, passwords.encode(properties.consoleSecret())));
    return new InMemoryRegisteredClientRepository(clients);
  }

  static String tenant(RegisteredClient client) {
    return String.valueOf(client.getClientSettings().<Object>getSetting(TENANT));
  }

  static Role role(RegisteredClient client) {
    return Role.ofWord(String.valueOf(client.getClientSettings().<Object>getSetting(ROLE)))
        .orElseThrow();
  }

  private static RegisteredClient program(String tenant, Role role, String secret) {
    String id = Tenant.client(tenant, role);
    return RegisteredClient.withId(id)
        .clientId(id)
        .clientSecret(secret)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .scopes(scopes -> scopes.addAll(role.scopes()))
        .clientSettings(
            ClientSettings.builder().setting(TENANT, tenant).setting(ROLE, role.word()).build())
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(Duration.ofHours(1)).build())
        .build();
  }

  private static RegisteredClient console(ProviderProperties properties, String secret) {
    return RegisteredClient.withId(CONSOLE)
        .clientId(CONSOLE)
        .clientSecret(secret)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .redirectUri(properties.console() + "/login/oauth2/code/holdfast")
        .postLogoutRedirectUri(properties.console())
        .postLogoutRedirectUri(properties.console() + "/")
        .scope(OidcScopes.OPENID)
        .scope(OidcScopes.PROFILE)
        .scope(OidcScopes.EMAIL)
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .tokenSettings(
            TokenSettings.builder()
                .accessTokenTimeToLive(Duration.ofMinutes(15))
                .refreshTokenTimeToLive(Duration.ofHours(12))
                .reuseRefreshTokens(false)
                .build())
        .build();
  }
}
