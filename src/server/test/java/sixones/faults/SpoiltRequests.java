package sixones.faults;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Requests of browsers and programs, each spoilt here and there. The same seed gives the same. */
final class SpoiltRequests {
  private static final List<String> ADDRESSES =
      List.of(
          "/sign-in?failed=true",
          "/rules?lang=zh-CN",
          "/start",
          "/applicant",
          "/applicant?after=2022-06-13",
          "/rounds?cursor=MjAyMi0wNi0xM1QwMDowMDowMFovMDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAw",
          "/rounds/00000000-0000-4000-8000-000000000000/overview.csv",
          "/applicant/drafts/00000000-0000-4000-8000-000000000000/report",
          "/evaluations?applicant=510100&verdict=MET",
          "/audit?act=round-moved&from=2022-06-13&until=2022-06-30&applicant=510100",
          "/people?cursor=a",
          "/help/applicant",
          "/health/live",
          "/assets/sixones.css",
          "/nothing;a=b,c",
          "/api/me",
          "/api/rule-sets",
          "/api/rounds?limit=5",
          "/api/drafts?limit=5&cursor=MjAyMi0wNi0xM1QwMDowMDowMFo",
          "/api/submissions?applicant=510100&round=00000000-0000-4000-8000-000000000000",
          "/api/evaluations?verdict=OPEN&ruleSet=sichuan-2022-cities&asOf=2022-06-13",
          "/api/audit?on=x&kind=round&from=2022-06-17T00:00:00%2B08:00&person=1",
          "/api/checks?asOf=2022-06-13&lang=en");

  private static final List<String> FORMS =
      List.of(
          "/live",
          "/bid.json",
          "/sign-in",
          "/applicant/drafts/new/from-check",
          "/applicant/drafts/00000000-0000-4000-8000-000000000000",
          "/applicant/drafts/00000000-0000-4000-8000-000000000000/name",
          "/rounds/new",
          "/rounds/00000000-0000-4000-8000-000000000000/move",
          "/people");

  private static final List<String> FORMS_OF_PARTS =
      List.of(
          "/load",
          "/applicant/drafts/new",
          "/applicant/drafts/00000000-0000-4000-8000-000000000000/file");

  private static final String FIELDS =
      "&name=%E6%88%90%E9%83%BD&/city/code=510100&/parks/0/name/zh=a+b&/parks/1/level=national"
          + "&/evidence/3/id=e1&revision=1&from=blank&password=x&role=applicant&asOf=2022-06-13"
          + "&opensAt=2022-06-13T00:00&deadline=2022-06-30T00:00&act=close&original=QQ&as=GBK";

  private static final String BID =
      "{\"schema\":\"sixones/bid/1\",\"ruleSet\":\"sichuan-2022-cities\",\"city\":{\"code\":"
          + "\"510100\",\"name\":{\"zh\":\"x\"}},\"parks\":[{\"level\":\"national\",\"state\":"
          + "\"in_place\",\"evidence\":[\"e1\"]}],\"baseline\":{\"year\":2021,\"gdp\":\"1.5\"}}";

  private static final List<String> PIECES =
      List.of(
          "\r\n",
          "\n",
          "\r",
          "\0",
          "%00",
          "%",
          "%c3%28",
          "%zz",
          ";",
          ",",
          "\"",
          "\\",
          "&",
          "=",
          "+",
          "?",
          "#",
          "/",
          "//",
          "/../",
          "%2e%2e%2f",
          "\u00e9",
          "\u00ff\u00fe",
          "{",
          "[",
          "[[[[",
          "]",
          "}",
          "null",
          "true",
          "1e999999999",
          "-0",
          "\\u0000",
          "\\ud800",
          "&a: *a",
          "!!",
          "\t",
          " ",
          "  ",
          "-1",
          "99999999999999999999",
          "2147483648",
          "%2B999999999-12-31",
          "0x1",
          "HTTP/1.0",
          "HTTP/2.0",
          "HEAD ",
          "POST ",
          "TRACE ",
          "CONNECT ",
          "OPTIONS * ",
          "\r\nHost: x",
          "\r\nHost: 127.0.0.1",
          "\r\nContent-Length: 5",
          "\r\nContent-Length: 0",
          "\r\nTransfer-Encoding: chunked",
          "\r\nTransfer-Encoding: gzip, chunked",
          "\r\nExpect: 100-continue",
          "\r\nConnection: close",
          "\r\nConnection: Upgrade",
          "\r\nUpgrade: h2c",
          "\r\nUpgrade: websocket",
          "\r\nContent-Encoding: gzip",
          "\r\nContent-Type: text/plain",
          "\r\nContent-Type: a",
          "\r\nRange: bytes=0-,-1",
          "\r\nIf-Match: \"1\"",
          "\r\nIf-None-Match: *",
          "\r\nIf-Modified-Since: x",
          "\r\nAccept: application/yaml;q=x",
          "\r\nAccept-Language: zh-;q=2,*",
          "\r\nAccept-Language: -",
          "\r\nCookie: a",
          "\r\nX-Forwarded-For: ::1, x",
          "\r\nForwarded: for=x",
          "\r\nOrigin: null",
          "\r\nAccept-Encoding: gzip;q=0, br",
          "\r\nIdempotency-Key: a",
          "\r\n\r\n",
          "\r\n0\r\n\r\n",
          "--x\r\n",
          "--x--\r\n",
          "; charset=utf-16",
          "; boundary=",
          "filename*=UTF-8''%",
          "=?",
          "\r\nContent-Transfer-Encoding: base64",
          "\r\nX-HTTP-Method-Override: DELETE");

  private static final List<String> PEOPLE = List.of("chengdu", "officer", "auditor", "admin");

  private final Random random;
  private final List<OpenPage> pages;

  /** Some are sent by these open pages, too. */
  SpoiltRequests(Random random, List<OpenPage> pages) {
    this.random = random;
    this.pages = pages;
  }

  byte[] next() {
    int kind = random.nextInt(8);
    String whole =
        kind < 3
            ? plain()
            : kind < 5 ? form() : kind < 6 ? parts() : kind < 7 ? check() : chunked();
    return (random.nextInt(4) > 0 ? whole : spoil(whole, 3)).getBytes(StandardCharsets.ISO_8859_1);
  }

  private String plain() {
    String address = oneOf(ADDRESSES);
    String who = address.startsWith("/api") ? signed() : oneOf(pages).headers();
    return head(oneOf(List.of("GET", "GET", "HEAD")), address)
        + (random.nextInt(4) > 0 ? who : "")
        + "\r\n";
  }

  private String form() {
    OpenPage page = oneOf(pages);
    String head = head("POST", oneOf(FORMS)) + page.headers();
    return withBody(
        head, "application/x-www-form-urlencoded", "csrf-token=" + page.token(), FIELDS);
  }

  private String parts() {
    OpenPage page = oneOf(pages);
    String start = "--x\r\nContent-Disposition: form-data; name=\"";
    String kept = start + "csrf-token\"\r\n\r\n" + page.token() + "\r\n";
    String rest =
        start
            + "name\"\r\n\r\nA draft\r\n"
            + start
            + "from\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nfile\r\n"
            + start
            + "file\"; filename=\"bid.json\"\r\nContent-Type: application/json\r\n\r\n"
            + BID
            + "\r\n--x--\r\n";
    String head = head("POST", oneOf(FORMS_OF_PARTS)) + page.headers();
    return withBody(head, "multipart/form-data; boundary=x", kept, rest);
  }

  private String check() {
    String type = oneOf(List.of("application/json", "application/json", "application/yaml"));
    String address = oneOf(List.of("/api/checks?asOf=2022-06-13", "/api/drafts?name=a"));
    return withBody(head("POST", address) + signed(), type, "", BID);
  }

  private String chunked() {
    String body = spoil(BID, 2);
    int cut = random.nextInt(body.length() + 1);
    String chunks = chunk(body.substring(0, cut)) + chunk(body.substring(cut)) + "0\r\n\r\n";
    return head("POST", "/api/checks")
        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        + (random.nextBoolean() ? chunks : spoil(chunks, 1));
  }

  private static String chunk(String part) {
    return part.isEmpty() ? "" : Integer.toHexString(part.length()) + "\r\n" + part + "\r\n";
  }

  private String head(String method, String address) {
    String asked = random.nextBoolean() ? address : spoil(address, 2);
    return method
        + " "
        + asked
        + " HTTP/1.1\r\nHost: x\r\n"
        + (random.nextBoolean() ? "Accept: text/html\r\n" : "");
  }

  private String signed() {
    byte[] both = (oneOf(PEOPLE) + ":demo-of-six-ones").getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(both) + "\r\n";
  }

  private String withBody(String head, String type, String kept, String rest) {
    String body = kept + (random.nextInt(5) == 0 ? rest : spoil(rest, 3));
    return head
        + "Content-Type: "
        + (random.nextInt(8) > 0 ? type : spoil(type, 1))
        + "\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** Changes a text in up to so many places. */
  private String spoil(String text, int most) {
    StringBuilder spoilt = new StringBuilder(text);
    for (int i = random.nextInt(most); i >= 0; i--) {
      int at = random.nextInt(spoilt.length() + 1);
      int to = Math.min(spoilt.length(), at + 1 + random.nextInt(12));
      switch (random.nextInt(6)) {
        case 0 -> spoilt.delete(at, to);
        case 1 -> spoilt.insert(at, spoilt.substring(at, to));
        case 2 -> spoilt.replace(at, Math.min(spoilt.length(), at + 1), "" + anyByte());
        case 3 -> spoilt.insert(at, ("" + anyByte()).repeat(1 + random.nextInt(600)));
        default -> spoilt.insert(at, oneOf(PIECES));
      }
    }
    return spoilt.toString();
  }

  private char anyByte() {
    return (char) random.nextInt(256);
  }
}
