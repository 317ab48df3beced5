import { useSyncExternalStore } from "react";
import { onPermissionChange, type Permission, permission } from "../reminders/permission";

/** The permission to notify, kept up to date. */
export function usePermission(): Permission {
  return useSyncExternalStore(onPermissionChange, permission);
}
