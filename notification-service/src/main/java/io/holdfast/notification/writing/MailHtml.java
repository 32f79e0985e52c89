package io.holdfast.notification.writing;

import java.net.URI;

/**
 * The frame and parts of HTML mail: tables and inline styles, because mail programs keep little
 * else; dark colours for those that honour the reader's choice.
 */
final class MailHtml {

  private static final String FONT =
      "font-family:-apple-system,BlinkMacSystemFont,'Segoe"
          + " UI',Inter,Roboto,Helvetica,Arial,sans-serif;";

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
      <title>%1$s</title>
      <style>
      :root{color-scheme:light dark}
      @media (prefers-color-scheme:dark){
      .canvas{background:#0b0c0d!important}
      .card{background:#18191c!important;border-color:#25272b!important}
      .line{border-color:#25272b!important}
      .ink{color:#edeef0!important}
      .ink2{color:#abaeb6!important}
      .ink3{color:#8d9199!important}
      .button{background:#edeef0!important;color:#17181b!important}
      .healthy{background:#12271d!important;color:#5fcf9d!important}
      .watch{background:#2a230f!important;color:#e5bd57!important}
      .at_risk{background:#2f1d11!important;color:#f69d62!important}
      .critical{background:#33171b!important;color:#f98a9b!important}
      .payment{background:#2f1d11!important;color:#f69d62!important}
      .closed,.unknown{background:#202125!important;color:#a5a9b1!important}
      .loss{color:#f69d62!important}
      }
      @media (max-width:600px){.pad{padding:20px!important}}
      </style>
      </head>
      <body class="canvas" style="margin:0;padding:0;background:#f7f7f8;">
      <div style="display:none;max-height:0;overflow:hidden;">%1$s</div>
      <table role="presentation" class="canvas" width="100%%" cellpadding="0" cellspacing="0" style="background:#f7f7f8;">
      <tr><td align="center" style="padding:32px 12px;">
      <table role="presentation" class="card" width="100%%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #e8e8eb;border-radius:10px;">
      <tr><td class="pad" style="padding:28px 32px;%2$s">
      %3$s
      </td></tr></table>
      <p class="ink3" style="margin:16px 0 0;font-size:12px;line-height:16px;color:#666a73;%2$s">Holdfast</p>
      </td></tr></table>
      </body>
      </html>
      """;

  private MailHtml() {}

  static String page(String title, String content) {
    return PAGE.formatted(escape(title), FONT, content);
  }

  /** A word on its band's tint, with the band's shape: colour is never alone. */
  static String chip(String look, String words) {
    record Look(String shape, String ink, String tint) {}
    Look colours =
        switch (look) {
          case "healthy" -> new Look("●", "#166b45", "#e8f5ee");
          case "watch" -> new Look("◆", "#755200", "#fcf4dc");
          case "at_risk", "payment" -> new Look("▲", "#a2400a", "#feefe4");
          case "critical" -> new Look("■", "#a31b36", "#fdebed");
          default -> new Look("○", "#5a5e67", "#f0f0f2");
        };
    return "<span class=\"%s\" style=\"display:inline-block;padding:3px 9px;border-radius:6px;font-size:12px;line-height:16px;font-weight:600;white-space:nowrap;background:%s;color:%s;\">%s&nbsp;%s</span>"
        .formatted(look, colours.tint(), colours.ink(), colours.shape(), escape(words));
  }

  static String heading(String words) {
    return "<h1 class=\"ink\""
               + " style=\"margin:0;font-size:20px;line-height:28px;font-weight:600;letter-spacing:-.017em;color:#17181b;\">"
        + escape(words)
        + "</h1>";
  }

  /** One large figure, and what it is beside it. */
  static String figure(String large, String beside, String below) {
    return """
    <table role="presentation" cellpadding="0" cellspacing="0" style="margin:20px 0 0;"><tr>
    <td class="ink" style="font-size:40px;line-height:44px;font-weight:600;letter-spacing:-.035em;color:#17181b;padding-right:14px;">%s</td>
    <td style="vertical-align:bottom;padding-bottom:4px;font-size:15px;line-height:20px;">%s<br>
    <span class="ink3" style="font-size:12px;line-height:16px;color:#666a73;">%s</span></td>
    </tr></table>
    """
        .formatted(escape(large), beside, escape(below));
  }

  /** Words beside a figure. */
  static String beside(String words) {
    return "<span class=\"ink2\" style=\"color:#4f525a;\">" + escape(words) + "</span>";
  }

  /** The change that a figure stands for, in the colour of a loss when it is one. */
  static String change(String words, boolean loss) {
    return loss
        ? "<span class=\"loss\" style=\"font-weight:600;color:#a2400a;\">"
            + escape(words)
            + "</span>"
        : "<span class=\"ink\" style=\"font-weight:600;color:#17181b;\">"
            + escape(words)
            + "</span>";
  }

  static String paragraph(String words) {
    return "<p class=\"ink2\" style=\"margin:12px 0"
        + " 0;font-size:15px;line-height:24px;color:#4f525a;\">"
        + escape(words)
        + "</p>";
  }

  static String small(String words) {
    return "<p class=\"ink3 line\" style=\"margin:24px 0 0;padding:16px 0 0;border-top:1px solid"
        + " #e8e8eb;font-size:12px;line-height:16px;color:#666a73;\">"
        + escape(words)
        + "</p>";
  }

  static String button(String words, URI link) {
    return "<a class=\"button\" href=\"%s\" style=\"display:inline-block;margin:24px 0 0;padding:9px 16px;border-radius:6px;background:#17181b;color:#ffffff;font-size:13px;line-height:20px;font-weight:600;text-decoration:none;\">%s</a>"
        .formatted(escape(link.toString()), escape(words));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
