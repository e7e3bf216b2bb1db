package sixones.evidence;

/** Whether a file that is on record is on disk as it was kept. */
public enum FileCondition {
  INTACT,
  MISSING,
  /** Its bytes are not those of its digest. */
  CHANGED
}
