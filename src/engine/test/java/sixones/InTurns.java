package sixones;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tests of which {@code ./sixones verify} runs one of every few, others in each build. The number
 * it prints decides which ({@link Share}). Everything else runs all of them: the long form, and
 * Maven as it is called by hand. On a method it counts for that method alone.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface InTurns {
  /** How many builds pass until each test has had its turn: a divisor of 24. */
  int value();

  /**
   * In which of these builds all tests of the class run, counted from 0; without it each test runs
   * in one of them. For classes that start something dear, or with one long test.
   */
  int[] at() default {};
}
