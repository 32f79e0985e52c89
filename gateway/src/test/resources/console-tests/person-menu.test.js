import {equal, test} from './runner.js';
import {all, press, read, show, until, withPlatform} from './platform.js';
import '/console/shell/person-menu.js';

const me = {tenant: 'demo', subject: 'ana', name: 'Ana Rivera', roles: ['csm'], scopes: []};

async function opened() {
  const menu = await show('person-menu', {me});
  all(menu, '.iconbtn')[0].click();
  await menu.updateComplete;
  const submitted = [];
  all(menu, 'form')[0].addEventListener('submit', (event) => {
    event.preventDefault();
    submitted.push(new URL(event.target.action).pathname);
  });
  return {menu, submitted};
}

test('signs out elsewhere first and then here', () =>
  withPlatform([[/\/me\/sessions$/, () => new Response(null, {status: 204})]], async (asked) => {
    const {menu, submitted} = await opened();
    press(menu, 'Sign out everywhere');
    await until(() => submitted.length);
    equal(asked, ['/api/v1/me/sessions?others=true']);
    equal(submitted, ['/logout']);
  }));

test('says so and stays when it cannot sign out elsewhere', () =>
  withPlatform([[/\/me\/sessions$/, () => new Response('{"detail":"Try again."}', {status: 503})]], async () => {
    const {menu, submitted} = await opened();
    press(menu, 'Sign out everywhere');
    await until(() => read(menu).includes('still signed in elsewhere. Try again.'));
    equal(submitted, []);
  }));
