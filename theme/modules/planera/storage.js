// The one place that keeps anything in the browser, and only when the reader asks for it.

const KEY = "startklar.planera";

/** The fragment that was saved on this computer; null if none is, or storage is closed. */
export function saved() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Whether it could be saved. */
export function save(fragment) {
  try {
    localStorage.setItem(KEY, fragment);
    return localStorage.getItem(KEY) === fragment;
  } catch {
    return false;
  }
}

/** Whether it could be cleared. */
export function clear() {
  try {
    localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}
