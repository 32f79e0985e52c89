package io.holdfast.scoring.web;

/** What can be had as a page to print, too. */
interface Printable {

  /** The name of its template. */
  String template();

  /** What the template says, in words as people read them. */
  Object words();
}
