package sixones.pages;

import java.util.List;

/** The examples of one room of pages; {@link PageExamplesTest} finds each bean of this type. */
public interface PageExamples {
  List<Example> all();
}
