import { catalogues, sayFrom } from '../../core/words/index.ts';
import { speak } from '../../extension/words/say.ts';

/** Where no browser says which language it speaks, the extension speaks English. */
speak(sayFrom(catalogues.en, 'en-US'));
