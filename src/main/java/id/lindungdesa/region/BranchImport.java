package id.lindungdesa.region;

import id.lindungdesa.refusal.Finding;
import java.util.List;

/** How many branches serve how many regencies after a list was loaded, and every line that was not. */
public record BranchImport(int branches, int regencies, List<Finding> rejected) {}
