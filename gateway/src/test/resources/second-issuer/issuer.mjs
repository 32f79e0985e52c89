// An OpenID provider that is not ours: node-oidc-provider, certified by the OpenID Foundation. Says where it listens,
// then waits to be told where the gateway does.
import {randomBytes} from 'node:crypto';
import {createServer} from 'node:http';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import Provider from 'oidc-provider';

const server = createServer().listen(0, 'localhost');
await once(server, 'listening');
const issuer = `http://localhost:${server.address().port}`;
console.log(issuer);
const [gateway] = await once(createInterface({input: process.stdin}), 'line');

const api = 'urn:holdfast:api';
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'console',
      client_secret: 'console-secret',
      redirect_uris: ['http://localhost:8080/login/oauth2/code/holdfast'],
      post_logout_redirect_uris: ['http://localhost:8080/'],
      grant_types: ['authorization_code', 'refresh_token'],
      backchannel_logout_uri: `${gateway}/logout/connect/back-channel/holdfast`,
      backchannel_logout_session_required: true,
    },
    {
      client_id: 'partner',
      client_secret: 'partner-secret',
      redirect_uris: [],
      response_types: [],
      grant_types: ['client_credentials'],
    },
  ],
  features: {
    clientCredentials: {enabled: true},
    backchannelLogout: {enabled: true},
    devInteractions: {enabled: true},
    resourceIndicators: {
      enabled: true,
      defaultResource: () => api,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: 'accounts:read health:read',
        audience: 'our-api',
        accessTokenFormat: 'jwt',
        accessTokenTTL: 20,
      }),
    },
  },
  // Named as elsewhere: nothing may depend on our own provider's names.
  extraTokenClaims: () => ({org: {tenant: 'demo', groups: ['csm']}}),
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({sub: id, name: 'Ana Rivera', email: 'ana@larkfield.example', email_verified: true}),
  }),
  claims: {openid: ['sub'], profile: ['name'], email: ['email', 'email_verified']},
  conformIdTokenClaims: false,
  issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
  rotateRefreshToken: true,
  pkce: {required: () => true},
  cookies: {keys: [randomBytes(32).toString('hex')]},
});
provider.on('server_error', (_, error) => console.error(error));
server.on('request', provider.callback());
console.log('ready');
