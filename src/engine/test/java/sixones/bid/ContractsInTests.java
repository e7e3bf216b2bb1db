package sixones.bid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Made-up contracts, and parts of them written as YAML. */
public final class ContractsInTests {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** A contract with every kind of value and every limit. */
  public static final BidContract EVERY_KIND = BidContract.of(everyKind());

  private ContractsInTests() {}

  /** The description of {@link #EVERY_KIND}, to be changed. */
  public static ObjectNode everyKind() {
    try (InputStream in = ContractsInTests.class.getResourceAsStream("every-kind.yaml")) {
      return yaml(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The contract of {@link #EVERY_KIND} with other facts. */
  public static BidContract withFacts(String facts) {
    ObjectNode described = everyKind();
    described.set("facts", yaml(facts));
    return BidContract.of(described);
  }

  public static ObjectNode yaml(String text) {
    try {
      return (ObjectNode) YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }
}
