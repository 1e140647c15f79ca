/**
 * The embed: the belt with its time line and transport, for slides and course pages. Its host hears each moment, so
 * that it can restore it: {type: "gatewalk:moment", search: "?…"}.
 */

import { begin, part, start } from './boot.js';
import { listen } from './keys.js';
import { label } from './labels.js';
import { format } from './state.js';
import { createNarration } from './views/narration.js';
import { createPhases } from './views/phases.js';
import { createTimeline } from './views/timeline.js';
import { createTransport } from './views/transport.js';
import { html } from './dom.js';

const narration = createNarration(part('narration'));
const page = start({
  draw: (kind, scene) => {
    transport.update(scene, { playing: walk.player.playing, speed: store.state.speed });
    if (kind === 'play') return;
    if (kind === 'trace') label(scene);
    timeline.update(scene);
    phases.update(scene);
    narration.update(scene);
  },
  failed: (failure) => fail(failure),
  onSymbol: () => {},
});
const { store, walk } = page;
const timeline = createTimeline(part('timeline'), {
  onWord: (t) => {
    walk.player.stop();
    void walk.go(t, (walk.scene?.phases.length ?? 1) - 1);
  },
});
const phases = createPhases(part('phases'), { onPhase: (phase) => walk.toPhase(phase) });
const transport = createTransport(part('transport'), {
  word: (by) => walk.word(by),
  phase: (by) => walk.phase(by),
  play: () => walk.toggle(),
  start: () => walk.jump(false),
  scrub: (position) => walk.place(position),
  speed: (speed) => store.set({ speed }),
});

/** @param {import('./api.js').Failure | null} failure */
function fail(failure) {
  part('failure').replaceChildren(...(failure ? [html('p', { class: 'error', role: 'alert' }, `${failure.message} ${failure.expected} ${failure.action}`)] : []));
}

for (const id of ['transport', 'timeline']) part(id).hidden = !store.state.controls;
store.subscribe((state) => window.parent.postMessage({ type: 'gatewalk:moment', search: format(state) }, '*'));
fail(page.boot.error);
begin(page);
listen(document, (action) => walk.act(action));
if (store.state.autoplay && !page.still.matches) void walk.player.play();
