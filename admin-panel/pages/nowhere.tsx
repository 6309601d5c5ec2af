import { Empty } from '../components/empty.tsx';
import { addressOf, queue } from '../navigation.ts';

export const Nowhere = () => (
  <Empty as="h1" title="There is no such page">
    The address may be from another version. <a href={addressOf(queue)}>Go to the review queue</a>.
  </Empty>
);
