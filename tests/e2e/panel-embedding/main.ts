import { mountGatehouse } from '../../../admin-panel/embed.ts';
import { memoryDrafts } from '../../../admin-panel/host/drafts.ts';
import { memoryHistory } from '../../../admin-panel/host/memory-history.ts';

/** A page of somebody else's, which has an address of its own and shows the panel in one of its elements. */
const chapter = document.getElementById('chapter');
const element = document.getElementById('panel');
if (!chapter || !element) throw new Error('The page is not whole.');
const show = () => {
  chapter.textContent = `Chapter ${location.hash}`;
};
addEventListener('hashchange', show);
show();

mountGatehouse(element, {
  kind: 'embedded',
  history: memoryHistory(),
  setTitle: null,
  isUnderHeader: false,
  drafts: memoryDrafts(),
  send: (path, init) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', 'Bearer session');
    return fetch(path, { ...init, headers });
  },
  restoreSession: async () => ({ state: 'signed-in' }),
  signIn: null,
  signInAsOther: null,
  signOut: null,
  live: 'stream',
  theme: 'auto',
  locale: 'en-US',
  open: (url) => void window.open(url, '_blank', 'noopener'),
});
