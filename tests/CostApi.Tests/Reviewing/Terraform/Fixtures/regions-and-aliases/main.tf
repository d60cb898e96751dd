module "home" {
  source = "./modules/site"
  azs    = ["eu-central-1a", "eu-central-1b"]
}

module "away" {
  source    = "./modules/site"
  azs       = ["us-west-2a", "us-west-2b", "us-west-2c"]
  providers = { aws = aws.away }
}

resource "aws_vpc" "far" {
  provider   = aws.far
  cidr_block = "10.9.0.0/16"
}

resource "aws_vpc_peering_connection" "across" {
  vpc_id      = module.home.vpc_id
  peer_vpc_id = module.away.vpc_id
  peer_region = var.away
}
