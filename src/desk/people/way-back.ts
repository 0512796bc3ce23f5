/** A way back is a path of the desk and nothing else: no other site is ever where signing in leads. */
export function withinDesk(path: string): string {
  return /^\/bureau(?:[/?][\w\-./?=&%#]*)?$/.test(path) && !path.includes('//') ? path : '/bureau';
}
