import { board } from './jira/board.ts';
import { data } from './kit/data.ts';
import { show, type View } from './kit/frame.ts';
import { startRerender } from './kit/live.ts';
import { startRouter } from './kit/router.ts';

function view(): View {
  return board();
}

startRouter(() => show(view()));
startRerender(location.search);
void data;
