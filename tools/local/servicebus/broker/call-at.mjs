const longestTimeout = 2 ** 31 - 1;

/** Runs the action at a time however far away, never before it, and returns how to call it off. */
export function callAt(time, action) {
  let timer;
  const arm = () => {
    // A timer may go off a millisecond before the clock has got there.
    timer = setTimeout(() => (Date.now() < time ? arm() : action()), Math.min(Math.max(0, time - Date.now()), longestTimeout));
  };
  if (time !== Infinity) {
    arm();
  }
  return () => clearTimeout(timer);
}
