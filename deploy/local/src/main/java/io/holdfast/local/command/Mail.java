package io.holdfast.local.command;

import io.holdfast.local.Misuse;
import io.holdfast.local.Refusal;
import io.holdfast.local.mail.CaughtMail;
import io.holdfast.local.mail.Mailbox;
import io.holdfast.local.platform.Instance;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Lists and shows the mail that the platform has sent, none of which has left this machine. */
final class Mail implements Command {

  private final Instance instance;
  private final PrintStream out;

  Mail(Instance instance, PrintStream out) {
    this.instance = instance;
    this.out = out;
  }

  @Override
  public String usage() {
    return "deploy/local/mail [N|last] [--raw]";
  }

  @Override
  public int run(List<String> words) {
    boolean raw = words.contains("--raw");
    List<String> which = words.stream().filter(word -> !word.equals("--raw")).toList();
    if (which.size() > 1) {
      throw new Misuse("One mail at a time.");
    }
    if (raw && which.isEmpty()) {
      throw new Misuse("'--raw' shows one mail; which?");
    }
    which.stream()
        .filter(word -> !word.matches("last|\\d{1,9}"))
        .findFirst()
        .ifPresent(Mail::refuse);
    List<CaughtMail> mails = new Mailbox(instance.state().mail(), Clock.systemUTC()).all();
    if (which.isEmpty()) {
      list(mails);
    } else {
      show(chosen(mails, which.getFirst()), raw);
    }
    return 0;
  }

  private static void refuse(String word) {
    throw new Misuse("'%s' is not the number of a mail.".formatted(word));
  }

  private void list(List<CaughtMail> mails) {
    if (mails.isEmpty()) {
      out.println("No mail has been caught.");
    }
    for (int i = 0; i < mails.size(); i++) {
      CaughtMail mail = mails.get(i);
      out.printf(
          "%4d  %s  %-32s  %s%n",
          i + 1, mail.caughtAt().truncatedTo(ChronoUnit.SECONDS), mail.to(), mail.subject());
    }
  }

  private void show(CaughtMail mail, boolean raw) {
    if (raw) {
      try {
        Files.copy(mail.file(), out);
      } catch (IOException e) {
        throw new Refusal("%s cannot be read: %s.".formatted(mail.file(), e), e);
      }
      return;
    }
    out.println("From:    " + mail.from());
    out.println("To:      " + mail.to());
    out.println("Caught:  " + mail.caughtAt());
    out.println("Subject: " + mail.subject());
    out.println("File:    " + mail.file());
    out.println();
    out.println(mail.text().strip());
  }

  private static CaughtMail chosen(List<CaughtMail> mails, String which) {
    if (mails.isEmpty()) {
      throw new Refusal("No mail has been caught.");
    }
    int number = which.equals("last") ? mails.size() : Integer.parseInt(which);
    if (number < 1 || number > mails.size()) {
      throw new Refusal("There is no mail %s; %d have been caught.".formatted(which, mails.size()));
    }
    return mails.get(number - 1);
  }
}
