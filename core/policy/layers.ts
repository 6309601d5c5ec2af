import { z } from 'zod';
import type { RuleId } from '../ids.ts';
import { Policy, type Rule } from './rule.ts';

/** Where a rule comes from, strongest first: the company's managed browser settings, the service, what ships. */
export const Layer = z.enum(['managed', 'service', 'default']);
export type Layer = z.infer<typeof Layer>;

/** A policy of which parts may be missing: what a layer does not say, the next one does. */
export const PolicyLayer = Policy.omit({ rules: true })
  .partial()
  .extend({ rules: Policy.shape.rules.default([]) });
export type PolicyLayer = z.infer<typeof PolicyLayer>;

export type Layers = { readonly [L in Layer]?: PolicyLayer | undefined };

type Setting = 'version' | 'defaultOutcome' | 'onUnknown' | 'breakGlass';

export interface Layered {
  readonly policy: Policy;
  /** Where each rule comes from. */
  readonly ruleLayers: ReadonlyMap<RuleId, Layer>;
  /** Where each setting comes from; null when no layer says it and the careful value was taken. */
  readonly settingLayers: Readonly<Record<Setting, Layer | null>>;
  /** Rules of lower layers that a rule of the same id replaced. */
  readonly replaced: readonly { readonly ruleId: RuleId; readonly layer: Layer; readonly by: Layer }[];
}

/**
 * One policy out of the layers. A rule replaces one of the same id in a lower layer; all others count together, so that a lower
 * layer can be stricter and never looser. Settings, people named for emergencies included, come whole from the highest layer
 * that has them: a lower layer must not add people whom the rules of a higher one do not stop.
 */
export function mergeLayers(layers: Layers): Layered {
  const rules: Rule[] = [];
  const ruleLayers = new Map<RuleId, Layer>();
  const replaced: Layered['replaced'][number][] = [];
  for (const layer of Layer.options)
    for (const rule of layers[layer]?.rules ?? []) {
      const by = ruleLayers.get(rule.id);
      if (by !== undefined && by !== layer) {
        replaced.push({ ruleId: rule.id, layer, by });
        continue;
      }
      ruleLayers.set(rule.id, layer);
      rules.push(rule);
    }
  const settingLayers = {
    version: highest(layers, 'version'),
    defaultOutcome: highest(layers, 'defaultOutcome'),
    onUnknown: highest(layers, 'onUnknown'),
    breakGlass: highest(layers, 'breakGlass'),
  };
  const from = (name: Setting): PolicyLayer | undefined => {
    const layer = settingLayers[name];
    return layer === null ? undefined : layers[layer];
  };
  return {
    policy: {
      version: from('version')?.version ?? 1,
      rules,
      // When no layer says anything, nothing is let through by omission.
      defaultOutcome: from('defaultOutcome')?.defaultOutcome ?? 'block',
      onUnknown: from('onUnknown')?.onUnknown ?? 'block',
      breakGlass: from('breakGlass')?.breakGlass ?? [],
    },
    ruleLayers,
    settingLayers,
    replaced,
  };
}

const highest = (layers: Layers, name: Setting): Layer | null =>
  Layer.options.find((layer) => layers[layer]?.[name] !== undefined) ?? null;
