package sixones.pages.form;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import sixones.bid.Draft;
import sixones.bid.NotText;
import sixones.draft.Source;
import sixones.draft.WorkingDrafts;
import sixones.text.Encoding;

/**
 * A bid file somebody chose: sent just now, or sent along by the page that asked how to read it, so
 * that it need not be chosen again.
 */
public record ChosenFile(String name, byte[] bytes, boolean isNew) {
  static final String ORIGINAL = "original";
  static final String NAME = "original-name";

  /** The field that holds the encoding somebody says a file is in. */
  static final String AS = "as";

  /** What was chosen; empty if nothing was. */
  public static Optional<ChosenFile> of(FileUpload file, Map<String, String> sent)
      throws IOException {
    if (file != null && file.size() > 0) {
      byte[] bytes = Files.readAllBytes(file.uploadedFile());
      String name = file.fileName() == null ? "" : file.fileName();
      return Optional.of(new ChosenFile(name, bytes, true));
    }
    String original = sent.getOrDefault(ORIGINAL, "");
    if (!original.matches("[A-Za-z0-9_-]+") || original.length() % 4 == 1) {
      return Optional.empty();
    }
    byte[] bytes = Base64.getUrlDecoder().decode(original);
    return Optional.of(new ChosenFile(sent.getOrDefault(NAME, ""), bytes, false));
  }

  public static ChosenFile pasted(String text) {
    return new ChosenFile("", text.getBytes(StandardCharsets.UTF_8), true);
  }

  /** What is kept of a draft. */
  public static ChosenFile kept(WorkingDrafts.Text text) {
    String name = text.form() == Draft.Format.JSON ? "bid.json" : "bid.yaml";
    return new ChosenFile(name, text.bytes(), false);
  }

  /**
   * Its text: that of the file, or converted on the word of somebody who has seen what it would
   * say. Empty if it is not UTF-8 and nobody says what it is.
   */
  public Optional<WorkingDrafts.Text> text(Map<String, String> sent) {
    if (NotText.in(bytes).isEmpty()) {
      return Optional.of(new WorkingDrafts.Text(Draft.Format.of(name, bytes), bytes));
    }
    return isNew
        ? Optional.empty()
        : Encoding.of(sent.getOrDefault(AS, ""))
            .flatMap(encoding -> Source.convert(bytes, encoding, name));
  }

  /** Its bytes as a field holds them. */
  String original() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
