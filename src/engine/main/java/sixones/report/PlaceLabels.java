package sixones.report;

/** What a reader calls the places of a bid. */
public interface PlaceLabels {
  /** Their pointers, for a reader who has no other names. */
  PlaceLabels POINTERS =
      new PlaceLabels() {
        @Override
        public String label(String pointer) {
          return pointer;
        }

        @Override
        public String place(String pointer) {
          return pointer;
        }
      };

  /** Returns the label of a place alone: {@code Level}. */
  String label(String pointer);

  /** Returns the labels along a pointer: {@code Park 1 › Level}. */
  String place(String pointer);
}
