// First: no schema may be declared before it.
import './no-eval.ts';

import { GatehousePanel } from './element/gatehouse-panel.ts';

// A page may load this file twice, under two addresses or in two versions: the first one stays.
if (!customElements.get('gatehouse-panel')) customElements.define('gatehouse-panel', GatehousePanel);
