package io.holdfast.local.provider;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** The protocol's endpoints and the page where people sign in. */
@Configuration(proxyBeanMethods = false)
class Security {

  private static final int QUICK_HASH = 4;

  @Bean
  SecurityFilterChain protocolAndPeople(HttpSecurity http) {
    http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/sign-in", "/sign-in.css", "/favicon.svg", "/error")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(form -> form.loginPage("/sign-in").permitAll())
        .headers(
            headers ->
                headers.contentSecurityPolicy(
                    policy ->
                        policy.policyDirectives(
                            "default-src 'none'; style-src 'self'; img-src 'self';"
                                + " frame-ancestors 'none'; base-uri 'none'")));
    return http.build();
  }

  @Bean
  AuthorizationServerSettings settings(ProviderProperties properties) {
    return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
  }

  @Bean
  JWKSource<SecurityContext> keys(ProviderProperties properties) {
    return new ImmutableJWKSet<>(SigningKeys.keptIn(properties.keys()));
  }

  @Bean
  JwtDecoder decoder(JWKSource<SecurityContext> keys) {
    return NimbusJwtDecoder.withJwkSource(keys).build();
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims() {
    return new Claims();
  }

  @Bean
  PasswordEncoder passwords() {
    return new BCryptPasswordEncoder(QUICK_HASH);
  }

  @Bean
  UserDetailsService users(PasswordEncoder passwords) {
    String secret = passwords.encode(Person.PASSWORD);
    return new InMemoryUserDetailsManager(
        Person.ALL.stream()
            .map(p -> User.withUsername(p.email()).password(secret).roles(p.role().word()).build())
            .toList());
  }
}
