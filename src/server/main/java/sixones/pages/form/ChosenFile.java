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
 * A bid file the user chose: uploaded with this request, or carried in a hidden field by the page
 * that asked for its encoding.
 *
 * @param isNew whether it was uploaded or pasted with this request
 */
public record ChosenFile(String name, byte[] bytes, boolean isNew) {
  public static final String ORIGINAL = "original";
  public static final String NAME = "original-name";

  /** The field with the encoding the user chose. */
  public static final String AS = "as";

  /**
   * Returns the uploaded or carried file; empty if there is none.
   *
   * @param sent the submitted fields
   */
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

  /** Returns the stored content of a draft as a file. */
  public static ChosenFile kept(WorkingDrafts.Text text) {
    String name = text.form() == Draft.Format.JSON ? "bid.json" : "bid.yaml";
    return new ChosenFile(name, text.bytes(), false);
  }

  /**
   * Returns the file as text, converted if the user has chosen an encoding. Empty if the file is
   * not UTF-8 and was new in this request, since the user must first see a preview, or if no
   * encoding was chosen.
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

  /** Returns the bytes as Base64url, the form in which a hidden field carries them. */
  public String original() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
