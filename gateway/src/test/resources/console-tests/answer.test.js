import {equal, test} from './runner.js';
import {Answer} from '/console/core/answer.js';

const host = {addController() {}, requestUpdate() {}};

test('asks nothing for a host that has left the screen', () => {
  let asked = 0;
  const answer = new Answer(host, {key: () => 'all', ask: async () => asked++});
  answer.hostUpdate();
  equal(asked, 0);
  answer.hostConnected();
  answer.hostUpdate();
  equal(asked, 1);
  answer.hostDisconnected();
  answer.hostUpdate();
  equal(asked, 1);
});
