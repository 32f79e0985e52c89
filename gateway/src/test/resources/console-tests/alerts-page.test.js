import {equal, test} from './runner.js';
import {all, goTo, read, show, until, withPlatform} from './platform.js';
import '/console/alerts/alerts-page.js';

const refused = () => new Response(JSON.stringify({status: 403, title: 'Forbidden'}), {status: 403});

test('offers nothing on a page that a person may not see', () =>
  withPlatform([[/\/alerts$/, refused]], async () => {
    goTo('/alerts');
    const page = await show('alerts-page');
    const said = await until(() => read(page).includes('Alerts need the scope alerts:read') && read(page));
    equal(said.includes('rest of the page'), false);
    equal(all(page, 'button').length, 0);
  }));
