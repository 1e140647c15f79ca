/**
 * The units in the dock: measured at the word of the moment, asked for once it stands, one answer at a time; and the
 * evidence for the chosen unit.
 */

import { ApiError } from '../api.js';
import { nameOf } from '../carried.js';
import { UnitsView } from '../views/dock/units/index.js';

/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('../carried.js').Carried} Carried */

const QUIET = 120; // ms that the moment stands before it is asked about
const ALONE = 'This file holds one walk as it was. To erase a unit the sentence is run again, which Gatewalk itself can do.';

/** The step that is asked about: this one or, while nothing is said yet, the first that says something. @param {Scene} scene */
function spoken({ trace, moment }) {
  for (let t = moment.t; t < trace.length; t += 1) if (trace.top(t).length) return t;
  return null;
}

/** One question after the other; of those that come meanwhile the last. @param {() => Promise<void>} question @param {(failure: import('../api.js').Failure) => void} failed */
function oneByOne(question, failed) {
  let [busy, again] = [false, false];
  return async function ask() {
    again = busy;
    if (busy) return;
    busy = true;
    try {
      await question();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error; // what is no failure of a source is a mistake of the page
      failed(error.failure);
    } finally {
      busy = false;
    }
    if (again) await ask();
  };
}

/** What a model's units carry, asked for once. @param {import('../source.js').UnitsSource} units @param {Map<string, Carried>} known @param {string} model */
async function carriedBy(units, known, model) {
  const found = known.get(model) ?? await units.carried(model);
  known.set(model, found);
  return found;
}

/** @param {import('../page-parts.js').Page} page @param {HTMLElement} place */
export function makeUnits({ source: { units }, walk, loading }, place) {
  /** @type {Map<string, Carried>} by model */
  const known = new Map();
  /** @type {{ trace: Scene['trace'] | null, t: number, evidence: string }} what is on show */
  let shown = { trace: null, t: 0, evidence: '' };
  let waits = 0;

  const view = new UnitsView(place, {
    onUnit({ layer, unit }) {
      if (layer !== walk.moment.layer) walk.unfold(layer);
      walk.choose({ unit });
    },
    onEvidence: () => void ask(),
  });

  /** @param {Scene} scene */
  async function measures(scene) {
    const t = spoken(scene);
    const carried = units && await carriedBy(units, known, scene.trace.model.name);
    if (!units || !carried || t === null || (shown.trace === scene.trace && shown.t === t)) return;
    const told = await units.here({ trace: scene.trace, t });
    if (walk.trace !== scene.trace) return;
    shown = { trace: scene.trace, t, evidence: '' };
    view.show(scene, told, carried);
  }

  /** @param {Scene} scene */
  async function evidence({ trace, moment }) {
    const { layer, unit } = moment;
    const found = view.wanted({ layer, unit });
    const key = JSON.stringify([trace.model.name, layer, unit, found?.property.name]);
    const carried = known.get(trace.model.name);
    if (!units || !found || !carried || shown.evidence === key) return;
    const told = await units.evidence({ model: trace.model.name, carries: found.property.name, layer, unit });
    view.evidence.show(found, told, nameOf(carried, told, (name) => trace.short(name)), carried.seed);
    shown.evidence = key;
  }

  const ask = oneByOne(async () => {
    if (walk.scene) await measures(walk.scene);
    if (walk.scene) await evidence(walk.scene);
  }, (failure) => loading.failed(failure));

  return {
    /** @param {Scene} scene */
    update(scene) {
      view.choose(scene.moment);
      if (!units) view.absent(ALONE);
      clearTimeout(waits);
      waits = window.setTimeout(() => void ask(), QUIET);
    },
    hidden: () => clearTimeout(waits),
  };
}
