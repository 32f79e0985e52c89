import {test} from './runner.js';
import {read, show, until, withPlatform} from './platform.js';
import '/console/account/account-fit.js';

const fit = {
  verdict: 'bad',
  score: 30.0,
  coverage: 0.8,
  profileVersion: 2,
  reasons: [
    {key: 'industry', attribute: 'industry', required: true, state: 'failed', points: 0, of: 62.5, sentence: "Industry is 'Mining', none of Retail"},
    {key: 'tier', attribute: 'traits.tier', required: false, state: 'unknown', points: 0, of: 0, sentence: 'Tier is not known'},
  ],
};

test('a fit is shown with each reason and how much is known', () =>
  withPlatform([[/\/accounts\/a\/fit$/, () => fit]], async () => {
    const shown = await show('account-fit', {accountId: 'a'});
    await until(() => read(shown).includes('Profile v2'));
    await until(() => ['Bad', '30', '80% of the profile', 'Industry, required', 'Not met', 'none of Retail', 'Tier', 'Not known'].every((words) => read(shown).includes(words)));
  }));

test('without a profile it says how to make one', () =>
  withPlatform([[/\/fit$/, () => ({verdict: 'unknown', score: null, coverage: 0, profileVersion: null, reasons: [], advice: 'Publish'})]], async () => {
    const shown = await show('account-fit', {accountId: 'a'});
    await until(() => read(shown).includes('No ideal customer profile yet'));
  }));
