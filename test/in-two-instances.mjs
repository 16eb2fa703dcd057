// Runs before each file of the project "two instances"; test/front-door/two-instances.ts says what it means.
process.env.KIM_TEST_INSTANCES = "2";
// Pictures in docs/ are of one instance.
delete process.env.KIM_SCREENSHOTS;
