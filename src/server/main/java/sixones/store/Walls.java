package sixones.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The access-control objects of a database: tables, constraints, row-level security policies,
 * functions, views, triggers, privileges and roles, by name and short definition.
 *
 * @param objects from a name such as {@code policy reading on public.round} to a short text or the
 *     digest of a long one
 */
public record Walls(SortedMap<String, String> objects) {
  /** The expected objects, one per line; {@code WallsFileTest} rewrites it. */
  static final String FILE = "walls.txt";

  private static final String IS = " = ";
  private static final int SHORT = 60;
  private static final int DIGITS = 16;

  /** The differences from the expected objects, by name. */
  public record Difference(List<String> missing, List<String> changed, List<String> unknown) {
    boolean isNone() {
      return missing.isEmpty() && changed.isEmpty() && unknown.isEmpty();
    }
  }

  /** Reads the objects from the catalogs; any role that can connect may do so. */
  static Walls of(Connection connection, String application, String owner) throws SQLException {
    SortedMap<String, List<String>> found = new TreeMap<>();
    boolean committing = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try (Statement names = connection.createStatement()) {
      // With only pg_catalog in the search path, PostgreSQL qualifies all other names with their
      // schema.
      names.execute("set local search_path = pg_catalog");
      try (PreparedStatement query = connection.prepareStatement(query())) {
        query.setString(1, application);
        query.setString(2, owner);
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            found
                .computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
                .add(String.valueOf(rows.getString(2)));
          }
        }
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(committing);
    }
    SortedMap<String, String> objects = new TreeMap<>();
    found.forEach((name, is) -> objects.put(name, inShort(String.join(" / ", is))));
    return new Walls(objects);
  }

  private static String query() {
    return text("walls.sql").replace("?1", "?").replace("?2", "?");
  }

  /** Returns the objects that the migrations of this application create. */
  static Walls expected() {
    return new Walls(
        text(FILE)
            .lines()
            .map(line -> line.split(IS, 2))
            .collect(
                Collectors.toMap(part -> part[0], part -> part[1], (a, b) -> b, TreeMap::new)));
  }

  private static String text(String name) {
    try (InputStream in = Walls.class.getResourceAsStream(name);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String inShort(String is) {
    if (is.isEmpty()) {
      return "nothing";
    }
    if (is.length() <= SHORT && is.lines().count() <= 1) {
      return is;
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(is.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Returns the differences from the expected objects. */
  Difference from(Walls expected) {
    List<String> missing = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    expected.objects.forEach(
        (name, is) -> {
          String found = objects.get(name);
          if (found == null) {
            missing.add(name);
          } else if (!found.equals(is)) {
            changed.add(name);
          }
        });
    List<String> unknown =
        objects.keySet().stream().filter(name -> !expected.objects.containsKey(name)).toList();
    return new Difference(missing, changed, unknown);
  }

  /** Returns one object per line. */
  String asText() {
    return objects.entrySet().stream()
        .map(each -> each.getKey() + IS + each.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
