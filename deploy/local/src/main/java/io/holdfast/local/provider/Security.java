package io.holdfast.local.provider;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
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
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** Protocol endpoints in front, the sign-in page behind them. */
@Configuration(proxyBeanMethods = false)
class Security {

  private static final int QUICK_HASH = 4;

  @Bean
  @Order(1)
  SecurityFilterChain protocol(HttpSecurity http) {
    http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(
            exceptions ->
                exceptions.defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint("/sign-in"),
                    new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain people(HttpSecurity http) {
    http.authorizeHttpRequests(
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
