// First: no schema may be declared before it.
import './no-eval.ts';

import { mountGatehouse } from './embed.ts';
import { pickHost } from './host/pick.ts';

const element = document.getElementById('gatehouse');
if (!element) throw new Error('The page has no element with the id "gatehouse".');
mountGatehouse(element, await pickHost());
