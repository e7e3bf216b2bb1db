package sixones.faults;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * Stands between a service and its PostgreSQL, reads along, and cuts a connection once when it
 * comes to a place in the transaction of a submission or a new draft.
 */
final class CommitCutter implements AutoCloseable {
  /** Where to cut. */
  enum Place {
    /** The row is on its way; nobody asked to make it lasting. */
    BEFORE_INSERT,
    /** The commit is held back: it never gets there. */
    BEFORE_COMMIT,
    /** The commit gets there, its answer does not get back. */
    AFTER_COMMIT
  }

  private static final Pattern INSERTS = Pattern.compile("insert into (submission|working_draft) ");

  private static final int SSL = 80877103;
  private static final int GSS = 80877104;

  private final ServerSocket door;
  private final int server;
  private final AtomicReference<Place> armed = new AtomicReference<>();

  CommitCutter(int server) throws IOException {
    this.server = server;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::receive);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Cuts the next of them there. */
  void cut(Place place) {
    armed.set(place);
  }

  boolean hasCut() {
    return armed.get() == null;
  }

  private void receive() {
    while (!door.isClosed()) {
      try {
        Socket service = door.accept();
        Socket database = database(service);
        daemon(() -> new Conversation(service, database).forward());
        daemon(() -> copyBack(database, service));
      } catch (IOException e) {
        // Closed, or there is no server: whoever asked sees the connection end.
      }
    }
  }

  private Socket database(Socket service) throws IOException {
    try {
      Socket database = new Socket(InetAddress.getLoopbackAddress(), server);
      // Each message is sent by itself; none may wait for the receipt of the one before.
      database.setTcpNoDelay(true);
      service.setTcpNoDelay(true);
      return database;
    } catch (IOException e) {
      service.close();
      throw e;
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "commit-cutter");
    thread.setDaemon(true);
    thread.start();
  }

  private static void copyBack(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // It was cut.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  /** What a service says over one connection, message by message. */
  private final class Conversation {
    private final Socket service;
    private final Socket database;
    private final Map<String, String> prepared = new HashMap<>();
    private boolean submits;
    private boolean committing;

    Conversation(Socket service, Socket database) {
      this.service = service;
      this.database = database;
    }

    void forward() {
      try (service;
          database) {
        DataInputStream in = new DataInputStream(service.getInputStream());
        OutputStream out = database.getOutputStream();
        greet(in, out);
        while (forward(in, out)) {
          out.flush();
        }
      } catch (IOException e) {
        // One of the two has gone.
      }
    }

    /** Messages without a kind: the wish for encryption, which is declined, and the greeting. */
    private void greet(DataInputStream in, OutputStream out) throws IOException {
      int code;
      do {
        int length = in.readInt();
        byte[] rest = in.readNBytes(length - 4);
        code = ByteBuffer.wrap(rest).getInt();
        write(out, -1, rest);
      } while (code == SSL || code == GSS);
    }

    private boolean forward(DataInputStream in, OutputStream out) throws IOException {
      int kind = in.read();
      if (kind < 0) {
        return false;
      }
      byte[] body = in.readNBytes(in.readInt() - 4);
      String run = statement(kind, body);
      boolean inserts = INSERTS.matcher(run).lookingAt();
      boolean commits = run.equals("COMMIT") && submits;
      submits = inserts || submits && !run.equals("COMMIT") && !run.equals("ROLLBACK");
      if (inserts && armed.compareAndSet(Place.BEFORE_INSERT, null)
          || commits && armed.compareAndSet(Place.BEFORE_COMMIT, null)) {
        return false;
      }
      committing = commits || committing;
      if (kind == 'S' && committing && armed.compareAndSet(Place.AFTER_COMMIT, null)) {
        // Nothing comes back any more, while this still gets there.
        service.close();
        write(out, kind, body);
        database.shutdownOutput();
        return false;
      }
      committing &= kind != 'S';
      write(out, kind, body);
      return true;
    }

    /** The statement a message runs; empty if it runs none. */
    private String statement(int kind, byte[] body) {
      String[] words = new String(body, StandardCharsets.ISO_8859_1).split("\0", 3);
      if (kind == 'P') {
        prepared.put(words[0], words[1]);
      }
      return kind == 'Q' ? words[0] : kind == 'B' ? prepared.getOrDefault(words[1], "") : "";
    }

    private static void write(OutputStream out, int kind, byte[] body) throws IOException {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      DataOutputStream message = new DataOutputStream(whole);
      if (kind >= 0) {
        message.write(kind);
      }
      message.writeInt(body.length + 4);
      message.write(body);
      out.write(whole.toByteArray());
    }
  }
}
