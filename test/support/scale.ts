/** True under `npm run test:full`: the big sizes and every single step. */
export const full = process.env.HOLDFAST_TEST_SCALE === 'full';
