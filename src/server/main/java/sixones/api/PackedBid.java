package sixones.api;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole bid packed with the application, as an example of the API's description.
 *
 * @param day the day it is evaluated for
 */
record PackedBid(String name, LocalDate day, byte[] bytes) {
  private static final String EXAMPLES = "/examples/";

  /** Returns the whole bids in the folder of a rule set. */
  static List<PackedBid> of(String folder) throws IOException {
    List<PackedBid> bids = new ArrayList<>();
    for (String path : new String(read("index"), StandardCharsets.UTF_8).split("\\R")) {
      if (path.startsWith(folder + "/bids/")) {
        String bid = path.substring(0, path.lastIndexOf('/'));
        String day = new YAMLMapper().readTree(read(bid + "/about.yaml")).path("asOf").asText();
        bids.add(
            new PackedBid(
                bid.substring(bid.lastIndexOf('/') + 1), LocalDate.parse(day), read(path)));
      }
    }
    return bids;
  }

  private static byte[] read(String path) throws IOException {
    try (InputStream in = PackedBid.class.getResourceAsStream(EXAMPLES + path)) {
      return in.readAllBytes();
    }
  }
}
