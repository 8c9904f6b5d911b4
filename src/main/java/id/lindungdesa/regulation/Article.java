package id.lindungdesa.regulation;

/** One article that a decree rests on: the regulation, the article in it and what it says. */
public record Article(String regulation, String article, String text) {}
