const longestTimeout = 2 ** 31 - 1;

/** Runs the action at a time however far away, and returns how to call it off. */
export function callAt(time, action) {
  let timer;
  const arm = () => {
    const delay = time - Date.now();
    timer = delay > longestTimeout ? setTimeout(arm, longestTimeout) : setTimeout(action, Math.max(0, delay));
  };
  if (time !== Infinity) {
    arm();
  }
  return () => clearTimeout(timer);
}
