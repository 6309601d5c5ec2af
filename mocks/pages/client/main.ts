import { startRerender } from './kit/live.ts';
import { startRouter } from './kit/router.ts';
import { drawRoute } from './routes.ts';

startRouter(drawRoute);
startRerender(location.search);
