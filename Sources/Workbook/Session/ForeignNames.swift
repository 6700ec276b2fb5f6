package import Shell

// Foundation has types of these names as well; files that import it use these.
package typealias ShellStream = OutputStream
package typealias LearnerProgress = Progress
