package org.polylogue.model;

/**
 * What is done to somebody, which is another thing than the tone towards him: who is robbed is
 * harmed and not blamed.
 */
public enum Affected {
  /** Nothing good or bad that the text tells. */
  NONE,
  /** Harm. */
  HARM,
  /** Help, or something else that is good for him. */
  HELP
}
