package sixones.pages.frame;

import io.quarkus.qute.TemplateGlobal;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The addresses of style sheets and scripts. Each contains a version or digest of the content, so
 * that responses can be cached indefinitely.
 */
@TemplateGlobal
final class Assets {
  static final String picoCss = webjar("picocss__pico", "css/pico.min.css");
  static final String htmxJs = webjar("htmx.org", "dist/htmx.min.js");
  static final String sixonesCss = own("sixones.css");
  static final String sixonesJs = own("sixones.js");
  static final String keptJs = own("kept.js");

  private Assets() {}

  private static String webjar(String name, String file) {
    Properties jar = new Properties();
    String path = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
    try (InputStream in = Assets.class.getResourceAsStream(path)) {
      jar.load(in);
    } catch (IOException e) {
      throw new IllegalStateException(path + " is part of the application", e);
    }
    return "/webjars/" + name + "/" + jar.getProperty("version") + "/" + file;
  }

  private static String own(String file) {
    String path = "/assets/" + file;
    try (InputStream in = Assets.class.getResourceAsStream("/META-INF/resources" + path)) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
      return path + "?v=" + HexFormat.of().formatHex(hash, 0, 6);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(path + " is part of the application", e);
    }
  }
}
