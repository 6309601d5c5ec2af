import { configureExtension, signInExtension } from '../../stage/browser.ts';
import { must, type Step } from '../world.ts';

export const setUp: readonly Step[] = [
  {
    name: 'The service has read the directory over HTTP',
    run: async ({ stage, panel }) => {
      must(/^Read at/.test(stage.directory), `the directory says "${stage.directory}"`);
      await panel.goto(stage.serviceUrl);
      await panel.getByRole('button', { name: /sign in/i }).waitFor();
      return panel;
    },
  },
  {
    name: 'Emma points the extension at the service and signs in with PKCE',
    run: async (world) => {
      await configureExtension(world.employee, world.stage.serviceUrl);
      await world.popup.close();
      world.popup = await signInExtension(world.employee, 'Emma Berg');
      await world.popup
        .getByText(/protecting/i)
        .first()
        .waitFor();
      return world.popup;
    },
  },
];
