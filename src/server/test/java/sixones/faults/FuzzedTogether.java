package sixones.faults;

import sixones.bid.FuzzedReader;
import sixones.http.filter.FuzzedFilters;
import sixones.pages.form.FuzzedForm;
import sixones.store.FuzzedCursor;

/** All of them under one fuzzer, which takes longer to start than it then runs. */
public final class FuzzedTogether {
  private FuzzedTogether() {}

  /** Loads the classes first. */
  public static void fuzzerInitialize() {
    FuzzedReader.fuzzerInitialize();
    FuzzedForm.fuzzerInitialize();
    FuzzedCursor.fuzzerInitialize();
    FuzzedFilters.fuzzerInitialize();
  }

  /** Gives the bytes to each. */
  public static void fuzzerTestOneInput(byte[] input) {
    FuzzedReader.fuzzerTestOneInput(input);
    FuzzedForm.fuzzerTestOneInput(input);
    FuzzedCursor.fuzzerTestOneInput(input);
    FuzzedFilters.fuzzerTestOneInput(input);
  }
}
